import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** A new date for the result: the one extension before the old date, or an apology after it. */
export class Extension extends Model<InferAttributes<Extension>, InferCreationAttributes<Extension>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare kind: 'extension' | 'apology';
  declare state: 'drafted' | 'signed' | 'delivered' | 'dropped';
  declare reason: string;
  declare oldDueAt: Date;
  declare newDueAt: Date;
  declare addedLimit: string;
  declare draftedBy: string;
  declare draftedAt: Date;
  declare signedBy: string | null;
  declare signedAt: Date | null;
  declare letterId: string | null;
  declare deliveredAt: Date | null;

  static define(sequelize: Sequelize): void {
    Extension.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        kind: { type: DataTypes.TEXT, allowNull: false },
        state: { type: DataTypes.TEXT, allowNull: false },
        reason: { type: DataTypes.TEXT, allowNull: false },
        oldDueAt: { type: DataTypes.DATE, allowNull: false },
        newDueAt: { type: DataTypes.DATE, allowNull: false },
        addedLimit: { type: DataTypes.TEXT, allowNull: false },
        draftedBy: { type: DataTypes.UUID, allowNull: false },
        draftedAt: { type: DataTypes.DATE, allowNull: false },
        signedBy: DataTypes.UUID,
        signedAt: DataTypes.DATE,
        letterId: DataTypes.UUID,
        deliveredAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'extensions', underscored: true, timestamps: false },
    );
  }
}

export type ExtensionRow = Attributes<Extension>;
