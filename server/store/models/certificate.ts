import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/**
 * The signing certificate of a person, the seal of an agency, or the server certificate of a
 * centre, with its key container where this system holds it.
 */
export class Certificate extends Model<InferAttributes<Certificate>, InferCreationAttributes<Certificate>> {
  declare id: CreationOptional<string>;
  declare holder: 'person' | 'agency' | 'centre-server';
  declare staffId: string | null;
  declare agencyId: number | null;
  declare subject: string;
  declare serial: string;
  declare certificate: Buffer;
  declare keyContainer: Buffer | null;
  declare imageSha256: string | null;
  declare validFromAt: Date;
  declare validToAt: Date;
  declare revokedAt: Date | null;
  declare revokedBy: string | null;
  declare revokeReason: string | null;
  declare demonstration: CreationOptional<boolean>;
  declare createdAt: Date;

  static define(sequelize: Sequelize): void {
    Certificate.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        holder: { type: DataTypes.TEXT, allowNull: false },
        staffId: DataTypes.UUID,
        agencyId: DataTypes.INTEGER,
        subject: { type: DataTypes.TEXT, allowNull: false },
        serial: { type: DataTypes.TEXT, allowNull: false },
        certificate: { type: DataTypes.BLOB, allowNull: false },
        keyContainer: DataTypes.BLOB,
        imageSha256: DataTypes.TEXT,
        validFromAt: { type: DataTypes.DATE, allowNull: false },
        validToAt: { type: DataTypes.DATE, allowNull: false },
        revokedAt: DataTypes.DATE,
        revokedBy: DataTypes.UUID,
        revokeReason: DataTypes.TEXT,
        demonstration: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
        createdAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'certificates', underscored: true, timestamps: false },
    );
  }
}

export type CertificateRow = Attributes<Certificate>;
