import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** A procedure as it was read from elsewhere, with the doubts of the reading; never changed, only followed by another version. */
export class CatalogueRecord extends Model<InferAttributes<CatalogueRecord>, InferCreationAttributes<CatalogueRecord>> {
  declare code: string;
  declare version: number;
  declare record: object;
  declare findings: object;
  declare sha256: string;
  declare source: string;
  declare decision: string | null;
  declare isReceivable: boolean;
  declare reasons: object;
  declare importedAt: Date;
  declare importedBy: string;

  static define(sequelize: Sequelize): void {
    CatalogueRecord.init(
      {
        code: { type: DataTypes.TEXT, primaryKey: true },
        version: { type: DataTypes.INTEGER, primaryKey: true },
        record: { type: DataTypes.JSONB, allowNull: false },
        findings: { type: DataTypes.JSONB, allowNull: false },
        sha256: { type: DataTypes.TEXT, allowNull: false },
        source: { type: DataTypes.TEXT, allowNull: false },
        decision: DataTypes.TEXT,
        isReceivable: { type: DataTypes.BOOLEAN, allowNull: false },
        reasons: { type: DataTypes.JSONB, allowNull: false },
        importedAt: { type: DataTypes.DATE, allowNull: false },
        importedBy: { type: DataTypes.TEXT, allowNull: false },
      },
      { sequelize, tableName: 'catalogue_records', underscored: true, timestamps: false },
    );
  }
}

export type CatalogueRecordRow = Attributes<CatalogueRecord>;
