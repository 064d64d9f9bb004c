import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** An administrative procedure under its national code. */
export class Procedure extends Model<InferAttributes<Procedure>, InferCreationAttributes<Procedure>> {
  declare code: string;
  declare name: string;
  declare field: string;
  declare level: string;
  declare createdAt: Date;

  static define(sequelize: Sequelize): void {
    Procedure.init(
      {
        code: { type: DataTypes.TEXT, primaryKey: true },
        name: { type: DataTypes.TEXT, allowNull: false },
        field: { type: DataTypes.TEXT, allowNull: false },
        level: { type: DataTypes.TEXT, allowNull: false },
        createdAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'procedures', underscored: true, timestamps: false },
    );
  }
}

export type ProcedureRow = Attributes<Procedure>;
