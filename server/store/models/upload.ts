import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** An upload in parts that may be resumed; what is left unfinished is swept away. */
export class Upload extends Model<InferAttributes<Upload>, InferCreationAttributes<Upload>> {
  declare id: CreationOptional<string>;
  declare accountId: string;
  declare draftId: string | null;
  declare dossierId: string | null;
  declare componentKey: string;
  declare displayName: string;
  declare byteSize: number;
  declare sha256: string;
  declare startedAt: Date;
  declare finishedAt: Date | null;
  declare fileId: string | null;

  static define(sequelize: Sequelize): void {
    Upload.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        accountId: { type: DataTypes.UUID, allowNull: false },
        draftId: DataTypes.UUID,
        dossierId: DataTypes.UUID,
        componentKey: { type: DataTypes.TEXT, allowNull: false },
        displayName: { type: DataTypes.TEXT, allowNull: false },
        byteSize: { type: DataTypes.BIGINT, allowNull: false },
        sha256: { type: DataTypes.TEXT, allowNull: false },
        startedAt: { type: DataTypes.DATE, allowNull: false },
        finishedAt: DataTypes.DATE,
        fileId: DataTypes.UUID,
      },
      { sequelize, tableName: 'uploads', underscored: true, timestamps: false },
    );
  }
}

export type UploadRow = Attributes<Upload>;
