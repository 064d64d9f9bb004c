import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What an act adds to or takes from the counts. Folded each minute; never updated in place. */
export class StatisticsDelta extends Model<InferAttributes<StatisticsDelta>, InferCreationAttributes<StatisticsDelta>> {
  declare id: CreationOptional<number>;
  declare onDate: string;
  declare agencyId: number;
  declare procedureCode: string;
  declare channel: string;
  declare measure: string;
  declare amount: number;

  static define(sequelize: Sequelize): void {
    StatisticsDelta.init(
      {
        id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
        onDate: { type: DataTypes.DATEONLY, allowNull: false },
        agencyId: { type: DataTypes.INTEGER, allowNull: false },
        procedureCode: { type: DataTypes.TEXT, allowNull: false },
        channel: { type: DataTypes.TEXT, allowNull: false },
        measure: { type: DataTypes.TEXT, allowNull: false },
        amount: { type: DataTypes.INTEGER, allowNull: false },
      },
      { sequelize, tableName: 'statistics_deltas', underscored: true, timestamps: false },
    );
  }
}

export type StatisticsDeltaRow = Attributes<StatisticsDelta>;
