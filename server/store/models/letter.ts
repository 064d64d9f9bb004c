import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A letter that was issued (forms 01-05, notices), with what it said and the hash of its file. */
export class Letter extends Model<InferAttributes<Letter>, InferCreationAttributes<Letter>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare form: string;
  declare templateVersionId: string;
  declare number: string | null;
  declare facts: Record<string, unknown>;
  declare fileSha256: string;
  declare byteSize: number;
  declare isSealed: boolean;
  declare reprintOfId: string | null;
  declare issuedAt: Date;

  static define(sequelize: Sequelize): void {
    Letter.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        form: { type: DataTypes.TEXT, allowNull: false },
        templateVersionId: { type: DataTypes.UUID, allowNull: false },
        number: DataTypes.TEXT,
        facts: { type: DataTypes.JSONB, allowNull: false },
        fileSha256: { type: DataTypes.TEXT, allowNull: false },
        byteSize: { type: DataTypes.BIGINT, allowNull: false },
        isSealed: { type: DataTypes.BOOLEAN, allowNull: false },
        reprintOfId: DataTypes.UUID,
        issuedAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'letters', underscored: true, timestamps: false },
    );
  }
}

export type LetterRow = Attributes<Letter>;
