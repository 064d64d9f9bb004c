import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** One paper of a draft or dossier: what is asked, what was handed in, and what the clerk found. */
export class Component extends Model<InferAttributes<Component>, InferCreationAttributes<Component>> {
  declare id: CreationOptional<string>;
  declare draftId: string | null;
  declare dossierId: string | null;
  declare key: string;
  declare name: string;
  declare position: number;
  declare isRequired: boolean;
  declare originals: CreationOptional<number>;
  declare certifiedCopies: CreationOptional<number>;
  declare photocopies: CreationOptional<number>;
  declare isElectronic: CreationOptional<boolean>;
  declare checkState: CreationOptional<'unchecked' | 'good' | 'missing' | 'wrong'>;
  declare checkNote: string | null;
  declare reusedFromId: string | null;

  static define(sequelize: Sequelize): void {
    Component.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        draftId: DataTypes.UUID,
        dossierId: DataTypes.UUID,
        key: { type: DataTypes.TEXT, allowNull: false },
        name: { type: DataTypes.TEXT, allowNull: false },
        position: { type: DataTypes.INTEGER, allowNull: false },
        isRequired: { type: DataTypes.BOOLEAN, allowNull: false },
        originals: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
        certifiedCopies: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
        photocopies: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
        isElectronic: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
        checkState: { type: DataTypes.TEXT, allowNull: false, defaultValue: 'unchecked' },
        checkNote: DataTypes.TEXT,
        reusedFromId: DataTypes.UUID,
      },
      { sequelize, tableName: 'components', underscored: true, timestamps: false },
    );
  }
}

export type ComponentRow = Attributes<Component>;
