import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** The result of a dossier on its way from draft to sealed document, or to its voiding. */
export class Result extends Model<InferAttributes<Result>, InferCreationAttributes<Result>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare proposalId: string | null;
  declare outcome: 'grant' | 'refuse' | 'stop';
  declare kind: 'electronic' | 'paper';
  declare templateVersionId: string;
  declare facts: Record<string, unknown>;
  /** Whose name the document bears. */
  declare signerId: string | null;
  declare state: 'draft' | 'submitted' | 'signed' | 'sealed' | 'void';
  declare position: CreationOptional<number>;
  declare baseSha256: string | null;
  declare signedSha256: string | null;
  declare signedLength: number | null;
  declare sealedSha256: string | null;
  declare sealedLength: number | null;
  declare bookId: string | null;
  declare number: number | null;
  declare numberText: string | null;
  declare issuedOn: string | null;
  declare draftedBy: string;
  declare draftedAt: Date;
  declare voidedAt: Date | null;
  declare voidedBy: string | null;
  declare voidReason: string | null;
  declare releasedAt: Date | null;
  declare version: CreationOptional<number>;

  static define(sequelize: Sequelize): void {
    Result.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        proposalId: DataTypes.UUID,
        outcome: { type: DataTypes.TEXT, allowNull: false },
        kind: { type: DataTypes.TEXT, allowNull: false },
        templateVersionId: { type: DataTypes.UUID, allowNull: false },
        facts: { type: DataTypes.JSONB, allowNull: false },
        signerId: DataTypes.UUID,
        state: { type: DataTypes.TEXT, allowNull: false },
        position: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1 },
        baseSha256: DataTypes.TEXT,
        signedSha256: DataTypes.TEXT,
        signedLength: DataTypes.BIGINT,
        sealedSha256: DataTypes.TEXT,
        sealedLength: DataTypes.BIGINT,
        bookId: DataTypes.UUID,
        number: DataTypes.INTEGER,
        numberText: DataTypes.TEXT,
        issuedOn: DataTypes.DATEONLY,
        draftedBy: { type: DataTypes.UUID, allowNull: false },
        draftedAt: { type: DataTypes.DATE, allowNull: false },
        voidedAt: DataTypes.DATE,
        voidedBy: DataTypes.UUID,
        voidReason: DataTypes.TEXT,
        releasedAt: DataTypes.DATE,
        version: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 1 },
      },
      { sequelize, tableName: 'results', underscored: true, timestamps: false },
    );
  }
}

export type ResultRow = Attributes<Result>;
