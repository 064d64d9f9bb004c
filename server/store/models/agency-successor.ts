import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** Which body took over which after a reorganisation; `part` says of what, where a unit was split. */
export class AgencySuccessor extends Model<InferAttributes<AgencySuccessor>, InferCreationAttributes<AgencySuccessor>> {
  declare formerId: number;
  declare successorId: number;
  declare part: string | null;

  static define(sequelize: Sequelize): void {
    AgencySuccessor.init(
      {
        formerId: { type: DataTypes.INTEGER, primaryKey: true },
        successorId: { type: DataTypes.INTEGER, primaryKey: true },
        part: DataTypes.TEXT,
      },
      { sequelize, tableName: 'agency_successors', underscored: true, timestamps: false },
    );
  }
}

export type AgencySuccessorRow = Attributes<AgencySuccessor>;
