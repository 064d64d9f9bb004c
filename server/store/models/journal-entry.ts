import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What happened, who did it, when: appended only, each line bearing the hash of the one before. */
export class JournalEntry extends Model<InferAttributes<JournalEntry>, InferCreationAttributes<JournalEntry>> {
  declare id: CreationOptional<number>;
  declare dossierId: string;
  declare number: number;
  declare act: string;
  declare taskId: string | null;
  declare actorKind: 'staff' | 'citizen' | 'system' | 'carrier';
  declare actorId: string | null;
  declare actorName: string;
  declare postId: string | null;
  declare agencyId: number | null;
  declare at: Date;
  declare facts: Record<string, unknown>;
  declare previousHash: string;
  declare hash: string;

  static define(sequelize: Sequelize): void {
    JournalEntry.init(
      {
        id: { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        number: { type: DataTypes.INTEGER, allowNull: false },
        act: { type: DataTypes.TEXT, allowNull: false },
        taskId: DataTypes.UUID,
        actorKind: { type: DataTypes.TEXT, allowNull: false },
        actorId: DataTypes.TEXT,
        actorName: { type: DataTypes.TEXT, allowNull: false },
        postId: DataTypes.UUID,
        agencyId: DataTypes.INTEGER,
        at: { type: DataTypes.DATE, allowNull: false },
        facts: { type: DataTypes.JSONB, allowNull: false },
        previousHash: { type: DataTypes.TEXT, allowNull: false },
        hash: { type: DataTypes.TEXT, allowNull: false },
      },
      { sequelize, tableName: 'journal', underscored: true, timestamps: false },
    );
  }
}

export type JournalEntryRow = Attributes<JournalEntry>;
