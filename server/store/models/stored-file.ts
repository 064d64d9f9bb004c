import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** An uploaded file by its hash; the bytes lie in the file store. */
export class StoredFile extends Model<InferAttributes<StoredFile>, InferCreationAttributes<StoredFile>> {
  declare id: CreationOptional<string>;
  declare sha256: string;
  declare byteSize: number;
  declare kind: string;
  declare pageCount: number | null;
  declare displayName: string;
  declare scan: 'clean' | 'unscanned' | 'held' | 'infected';
  /** When it was last put before the scanner again; null: never since it came. */
  declare scanTriedAt: CreationOptional<Date | null>;
  declare inspection: Record<string, unknown> | null;
  declare addedAt: Date;
  declare addedBy: string;

  static define(sequelize: Sequelize): void {
    StoredFile.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        sha256: { type: DataTypes.TEXT, allowNull: false },
        byteSize: { type: DataTypes.BIGINT, allowNull: false },
        kind: { type: DataTypes.TEXT, allowNull: false },
        pageCount: DataTypes.INTEGER,
        displayName: { type: DataTypes.TEXT, allowNull: false },
        scan: { type: DataTypes.TEXT, allowNull: false },
        scanTriedAt: DataTypes.DATE,
        inspection: DataTypes.JSONB,
        addedAt: { type: DataTypes.DATE, allowNull: false },
        addedBy: { type: DataTypes.TEXT, allowNull: false },
      },
      { sequelize, tableName: 'files', underscored: true, timestamps: false },
    );
  }
}

export type StoredFileRow = Attributes<StoredFile>;
