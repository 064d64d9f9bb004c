import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What the officer proposes to the leader, and how it was received. */
export class Proposal extends Model<InferAttributes<Proposal>, InferCreationAttributes<Proposal>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare outcome: 'grant' | 'refuse' | 'stop';
  declare reason: string | null;
  declare ground: string | null;
  declare opinion: string | null;
  declare state: 'proposed' | 'agreed' | 'back' | 'decided' | 'replaced';
  declare proposedBy: string;
  declare proposedAt: Date;
  declare reviewedBy: string | null;
  declare reviewedAt: Date | null;
  declare reviewNote: string | null;

  static define(sequelize: Sequelize): void {
    Proposal.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        outcome: { type: DataTypes.TEXT, allowNull: false },
        reason: DataTypes.TEXT,
        ground: DataTypes.TEXT,
        opinion: DataTypes.TEXT,
        state: { type: DataTypes.TEXT, allowNull: false },
        proposedBy: { type: DataTypes.UUID, allowNull: false },
        proposedAt: { type: DataTypes.DATE, allowNull: false },
        reviewedBy: DataTypes.UUID,
        reviewedAt: DataTypes.DATE,
        reviewNote: DataTypes.TEXT,
      },
      { sequelize, tableName: 'proposals', underscored: true, timestamps: false },
    );
  }
}

export type ProposalRow = Attributes<Proposal>;
