import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** An import that an administrator asked for; `imported` says what became of each line once it is done. */
export class CatalogueImport extends Model<InferAttributes<CatalogueImport>, InferCreationAttributes<CatalogueImport>> {
  declare id: CreationOptional<string>;
  declare source: string;
  declare askedAt: Date;
  declare askedBy: string;
  declare finishedAt: Date | null;
  declare imported: object | null;

  static define(sequelize: Sequelize): void {
    CatalogueImport.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        source: { type: DataTypes.TEXT, allowNull: false },
        askedAt: { type: DataTypes.DATE, allowNull: false },
        askedBy: { type: DataTypes.TEXT, allowNull: false },
        finishedAt: DataTypes.DATE,
        imported: DataTypes.JSONB,
      },
      { sequelize, tableName: 'catalogue_imports', underscored: true, timestamps: false },
    );
  }
}

export type CatalogueImportRow = Attributes<CatalogueImport>;
