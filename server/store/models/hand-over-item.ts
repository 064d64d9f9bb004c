import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** The papers of one dossier in a hand-over, and whether the other side received or returned them. */
export class HandOverItem extends Model<InferAttributes<HandOverItem>, InferCreationAttributes<HandOverItem>> {
  declare handOverId: string;
  declare dossierId: string;
  declare papers: Record<string, unknown>[];
  declare receivedBy: string | null;
  declare receivedAt: Date | null;
  declare returnedAt: Date | null;
  declare returnedReason: string | null;

  static define(sequelize: Sequelize): void {
    HandOverItem.init(
      {
        handOverId: { type: DataTypes.UUID, primaryKey: true },
        dossierId: { type: DataTypes.UUID, primaryKey: true },
        papers: { type: DataTypes.JSONB, allowNull: false },
        receivedBy: DataTypes.UUID,
        receivedAt: DataTypes.DATE,
        returnedAt: DataTypes.DATE,
        returnedReason: DataTypes.TEXT,
      },
      { sequelize, tableName: 'hand_over_items', underscored: true, timestamps: false },
    );
  }
}

export type HandOverItemRow = Attributes<HandOverItem>;
