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
 * A paper that names a person. Only a proved one (seen by a clerk, or confirmed by the identity
 * gateway) gives rights; the same number may be claimed by several until then.
 */
export class IdentityPaper extends Model<InferAttributes<IdentityPaper>, InferCreationAttributes<IdentityPaper>> {
  declare id: CreationOptional<string>;
  declare personId: string;
  declare kind: 'citizen-number' | 'old-citizen-number' | 'passport' | 'foreign-paper';
  declare number: string;
  declare country: CreationOptional<string>;
  declare issuedOn: string | null;
  declare issuedBy: string | null;
  declare provedAt: Date | null;
  declare provedBy: string | null;
  declare createdAt: Date;

  static define(sequelize: Sequelize): void {
    IdentityPaper.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        personId: { type: DataTypes.UUID, allowNull: false },
        kind: { type: DataTypes.TEXT, allowNull: false },
        number: { type: DataTypes.TEXT, allowNull: false },
        country: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'VN' },
        issuedOn: DataTypes.DATEONLY,
        issuedBy: DataTypes.TEXT,
        provedAt: DataTypes.DATE,
        provedBy: DataTypes.TEXT,
        createdAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'identity_papers', underscored: true, timestamps: false },
    );
  }
}

export type IdentityPaperRow = Attributes<IdentityPaper>;
