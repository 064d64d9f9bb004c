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
 * A body that takes part in the one-stop work, from the province down to a post office, valid
 * from one day to another. A body that merged or closed keeps its row, so that old dossiers still
 * name it.
 */
export class Agency extends Model<InferAttributes<Agency>, InferCreationAttributes<Agency>> {
  declare id: CreationOptional<number>;
  declare code: string;
  declare kind: 'province' | 'department' | 'division' | 'land-office' | 'district' | 'commune' | 'centre' | 'post';
  declare name: string;
  declare parentId: number | null;
  declare adminCode: string | null;
  declare centreId: number | null;
  declare address: string | null;
  declare phone: string | null;
  /** Without a scheme, as letters print it. */
  declare website: string | null;
  declare validFromOn: string;
  declare validToOn: string | null;
  declare demonstration: CreationOptional<boolean>;

  static define(sequelize: Sequelize): void {
    Agency.init(
      {
        id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
        code: { type: DataTypes.TEXT, allowNull: false },
        kind: { type: DataTypes.TEXT, allowNull: false },
        name: { type: DataTypes.TEXT, allowNull: false },
        parentId: DataTypes.INTEGER,
        adminCode: DataTypes.TEXT,
        centreId: DataTypes.INTEGER,
        address: DataTypes.TEXT,
        phone: DataTypes.TEXT,
        website: DataTypes.TEXT,
        validFromOn: { type: DataTypes.DATEONLY, allowNull: false },
        validToOn: DataTypes.DATEONLY,
        demonstration: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
      },
      { sequelize, tableName: 'agencies', underscored: true, timestamps: false },
    );
  }
}

export type AgencyRow = Attributes<Agency>;
