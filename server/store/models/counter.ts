import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/**
 * The last number of a series. Two acts on one series wait for each other; an act that fails
 * gives its number back.
 */
export class Counter extends Model<InferAttributes<Counter>, InferCreationAttributes<Counter>> {
  declare key: string;
  declare value: number;

  static define(sequelize: Sequelize): void {
    Counter.init(
      {
        key: { type: DataTypes.TEXT, primaryKey: true },
        value: { type: DataTypes.INTEGER, allowNull: false },
      },
      { sequelize, tableName: 'counters', underscored: true, timestamps: false },
    );
  }
}

export type CounterRow = Attributes<Counter>;
