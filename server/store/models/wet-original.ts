import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** The paper of a result that is signed and sealed by hand, and its scan. */
export class WetOriginal extends Model<InferAttributes<WetOriginal>, InferCreationAttributes<WetOriginal>> {
  declare resultId: string;
  /** The file that was printed. */
  declare printedSha256: string;
  declare printedBy: string;
  declare printedAt: Date;
  declare originals: number;
  /** Of the numbered blanks that it stands on, where it does. */
  declare blankNumbers: string | null;
  declare spoiled: CreationOptional<number>;
  declare signedBy: string | null;
  declare signedAt: Date | null;
  declare authorityId: string | null;
  declare authorityText: string | null;
  declare sealedBy: string | null;
  declare sealedAt: Date | null;
  declare scanFileId: string | null;
  declare scannedBy: string | null;
  declare scannedAt: Date | null;

  static define(sequelize: Sequelize): void {
    WetOriginal.init(
      {
        resultId: { type: DataTypes.UUID, primaryKey: true },
        printedSha256: { type: DataTypes.TEXT, allowNull: false },
        printedBy: { type: DataTypes.UUID, allowNull: false },
        printedAt: { type: DataTypes.DATE, allowNull: false },
        originals: { type: DataTypes.INTEGER, allowNull: false },
        blankNumbers: DataTypes.TEXT,
        spoiled: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
        signedBy: DataTypes.UUID,
        signedAt: DataTypes.DATE,
        authorityId: DataTypes.UUID,
        authorityText: DataTypes.TEXT,
        sealedBy: DataTypes.UUID,
        sealedAt: DataTypes.DATE,
        scanFileId: DataTypes.UUID,
        scannedBy: DataTypes.UUID,
        scannedAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'wet_originals', underscored: true, timestamps: false },
    );
  }
}

export type WetOriginalRow = Attributes<WetOriginal>;
