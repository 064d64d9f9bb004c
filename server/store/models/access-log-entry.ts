import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** Every read of personal data by a staff member. */
export class AccessLogEntry extends Model<InferAttributes<AccessLogEntry>, InferCreationAttributes<AccessLogEntry>> {
  declare id: CreationOptional<number>;
  declare at: Date;
  declare staffId: string;
  declare postId: string | null;
  declare endpoint: string;
  declare dossierId: string | null;
  declare personId: string | null;
  declare found: number | null;

  static define(sequelize: Sequelize): void {
    AccessLogEntry.init(
      {
        id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
        at: { type: DataTypes.DATE, allowNull: false },
        staffId: { type: DataTypes.UUID, allowNull: false },
        postId: DataTypes.UUID,
        endpoint: { type: DataTypes.TEXT, allowNull: false },
        dossierId: DataTypes.UUID,
        personId: DataTypes.UUID,
        found: DataTypes.INTEGER,
      },
      { sequelize, tableName: 'access_log', underscored: true, timestamps: false },
    );
  }
}

export type AccessLogEntryRow = Attributes<AccessLogEntry>;
