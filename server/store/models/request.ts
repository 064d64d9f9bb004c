import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/**
 * The answer already given to a request: the same key and body get the same answer, and the act
 * is not done twice.
 */
export class Request extends Model<InferAttributes<Request>, InferCreationAttributes<Request>> {
  declare actor: string;
  declare key: string;
  declare endpoint: string;
  declare bodySha256: string;
  declare status: number;
  declare answer: unknown;
  declare at: Date;

  static define(sequelize: Sequelize): void {
    Request.init(
      {
        actor: { type: DataTypes.TEXT, primaryKey: true },
        key: { type: DataTypes.TEXT, primaryKey: true },
        endpoint: { type: DataTypes.TEXT, allowNull: false },
        bodySha256: { type: DataTypes.TEXT, allowNull: false },
        status: { type: DataTypes.INTEGER, allowNull: false },
        answer: DataTypes.JSONB,
        at: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'requests', underscored: true, timestamps: false },
    );
  }
}

export type RequestRow = Attributes<Request>;
