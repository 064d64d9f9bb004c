import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A request to complete the dossier: what is missing, why, by when, and how it was answered. */
export class Supplement extends Model<InferAttributes<Supplement>, InferCreationAttributes<Supplement>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare phase: 'intake' | 'appraisal';
  declare number: number;
  declare state: 'proposed' | 'approved' | 'returned' | 'issued' | 'answered' | 'complete' | 'incomplete' | 'cancelled';
  declare reason: string;
  declare ground: string | null;
  declare items: Record<string, unknown>[];
  declare answerUntilOn: string | null;
  declare answerClause: string | null;
  declare proposedBy: string | null;
  declare proposedAt: Date;
  declare approvedBy: string | null;
  declare approvedAt: Date | null;
  declare issuedAt: Date | null;
  declare answeredAt: Date | null;
  declare answer: Record<string, unknown> | null;
  declare checkedAt: Date | null;

  static define(sequelize: Sequelize): void {
    Supplement.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        phase: { type: DataTypes.TEXT, allowNull: false },
        number: { type: DataTypes.INTEGER, allowNull: false },
        state: { type: DataTypes.TEXT, allowNull: false },
        reason: { type: DataTypes.TEXT, allowNull: false },
        ground: DataTypes.TEXT,
        items: { type: DataTypes.JSONB, allowNull: false },
        answerUntilOn: DataTypes.DATEONLY,
        answerClause: DataTypes.TEXT,
        proposedBy: DataTypes.UUID,
        proposedAt: { type: DataTypes.DATE, allowNull: false },
        approvedBy: DataTypes.UUID,
        approvedAt: DataTypes.DATE,
        issuedAt: DataTypes.DATE,
        answeredAt: DataTypes.DATE,
        answer: DataTypes.JSONB,
        checkedAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'supplements', underscored: true, timestamps: false },
    );
  }
}

export type SupplementRow = Attributes<Supplement>;
