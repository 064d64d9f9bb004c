import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import { type ShownSignature } from '../../domain/signing-record';

/** A signature or seal that was made, over the first so many bytes of the document. */
export class Signature extends Model<InferAttributes<Signature>, InferCreationAttributes<Signature>> {
  declare id: CreationOptional<string>;
  declare resultId: string;
  declare role: 'leader' | 'agency';
  declare staffId: string;
  declare certificateId: string;
  declare authorityId: string | null;
  declare authorityText: string | null;
  declare documentSha256: string;
  declare documentLength: number;
  /** What it was allowed to show, for the check before release. */
  declare shown: ShownSignature;
  declare signedAt: Date;
  declare voidedAt: Date | null;

  static define(sequelize: Sequelize): void {
    Signature.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        resultId: { type: DataTypes.UUID, allowNull: false },
        role: { type: DataTypes.TEXT, allowNull: false },
        staffId: { type: DataTypes.UUID, allowNull: false },
        certificateId: { type: DataTypes.UUID, allowNull: false },
        authorityId: DataTypes.UUID,
        authorityText: DataTypes.TEXT,
        documentSha256: { type: DataTypes.TEXT, allowNull: false },
        shown: { type: DataTypes.JSONB, allowNull: false },
        documentLength: { type: DataTypes.BIGINT, allowNull: false },
        signedAt: { type: DataTypes.DATE, allowNull: false },
        voidedAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'signatures', underscored: true, timestamps: false },
    );
  }
}

export type SignatureRow = Attributes<Signature>;
