import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** An event that came from outside, by its sender’s own identifier, so that it counts once. */
export class InboxEvent extends Model<InferAttributes<InboxEvent>, InferCreationAttributes<InboxEvent>> {
  declare source: string;
  declare eventId: string;
  declare receivedAt: Date;
  declare payload: Record<string, unknown>;
  declare outcome: string | null;

  static define(sequelize: Sequelize): void {
    InboxEvent.init(
      {
        source: { type: DataTypes.TEXT, primaryKey: true },
        eventId: { type: DataTypes.TEXT, primaryKey: true },
        receivedAt: { type: DataTypes.DATE, allowNull: false },
        payload: { type: DataTypes.JSONB, allowNull: false },
        outcome: DataTypes.TEXT,
      },
      { sequelize, tableName: 'inbox', underscored: true, timestamps: false },
    );
  }
}

export type InboxEventRow = Attributes<InboxEvent>;
