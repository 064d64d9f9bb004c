import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What has to leave the building after the commit: letters, messages, postal orders, calls to other systems. */
export class OutboxEntry extends Model<InferAttributes<OutboxEntry>, InferCreationAttributes<OutboxEntry>> {
  declare id: CreationOptional<string>;
  declare dossierId: string | null;
  declare executionId: string | null;
  declare topic: string;
  declare payload: Record<string, unknown>;
  declare createdAt: Date;
  declare availableAt: Date;
  declare attempts: CreationOptional<number>;
  declare leasedUntilAt: Date | null;
  declare lastFault: string | null;
  declare doneAt: Date | null;
  declare deadAt: Date | null;

  static define(sequelize: Sequelize): void {
    OutboxEntry.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: DataTypes.UUID,
        executionId: DataTypes.TEXT,
        topic: { type: DataTypes.TEXT, allowNull: false },
        payload: { type: DataTypes.JSONB, allowNull: false },
        createdAt: { type: DataTypes.DATE, allowNull: false },
        availableAt: { type: DataTypes.DATE, allowNull: false },
        attempts: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
        leasedUntilAt: DataTypes.DATE,
        lastFault: DataTypes.TEXT,
        doneAt: DataTypes.DATE,
        deadAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'outbox', underscored: true, timestamps: false },
    );
  }
}

export type OutboxEntryRow = Attributes<OutboxEntry>;
