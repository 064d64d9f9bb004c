import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** One signature that is being made: on which exact file, by whom, with which certificate. */
export class SignatureRequest extends Model<InferAttributes<SignatureRequest>, InferCreationAttributes<SignatureRequest>> {
  declare id: CreationOptional<string>;
  declare batchId: string;
  declare resultId: string;
  declare dossierId: string;
  declare role: 'leader' | 'agency';
  declare staffId: string;
  declare certificateId: string;
  declare authorityId: string | null;
  declare documentSha256: string;
  declare state: 'waiting' | 'working' | 'done' | 'failed' | 'pin-needed';
  declare refusal: string | null;
  declare facts: Record<string, unknown> | null;
  declare leasedUntilAt: Date | null;
  declare attempts: CreationOptional<number>;
  declare requestedAt: Date;
  declare finishedAt: Date | null;

  static define(sequelize: Sequelize): void {
    SignatureRequest.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        batchId: { type: DataTypes.UUID, allowNull: false },
        resultId: { type: DataTypes.UUID, allowNull: false },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        role: { type: DataTypes.TEXT, allowNull: false },
        staffId: { type: DataTypes.UUID, allowNull: false },
        certificateId: { type: DataTypes.UUID, allowNull: false },
        authorityId: DataTypes.UUID,
        documentSha256: { type: DataTypes.TEXT, allowNull: false },
        state: { type: DataTypes.TEXT, allowNull: false },
        refusal: DataTypes.TEXT,
        facts: DataTypes.JSONB,
        leasedUntilAt: DataTypes.DATE,
        attempts: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
        requestedAt: { type: DataTypes.DATE, allowNull: false },
        finishedAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'signature_requests', underscored: true, timestamps: false },
    );
  }
}

export type SignatureRequestRow = Attributes<SignatureRequest>;
