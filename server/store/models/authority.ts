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
 * The right to sign: who may sign what for which agency, under which formula (TM., KT., TL.,
 * TUQ.), by which decision. A deputy inherits the inbox, never the pen.
 */
export class Authority extends Model<InferAttributes<Authority>, InferCreationAttributes<Authority>> {
  declare id: CreationOptional<string>;
  declare staffId: string;
  declare agencyId: number;
  declare formula: 'none' | 'TM.' | 'Q.' | 'KT.' | 'TL.' | 'TUQ.';
  declare position: string;
  declare onBehalfOf: string | null;
  declare scope: string[];
  declare decision: string;
  declare validFromOn: string;
  declare validToOn: string | null;

  static define(sequelize: Sequelize): void {
    Authority.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        staffId: { type: DataTypes.UUID, allowNull: false },
        agencyId: { type: DataTypes.INTEGER, allowNull: false },
        formula: { type: DataTypes.TEXT, allowNull: false },
        position: { type: DataTypes.TEXT, allowNull: false },
        onBehalfOf: DataTypes.TEXT,
        scope: { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false },
        decision: { type: DataTypes.TEXT, allowNull: false },
        validFromOn: { type: DataTypes.DATEONLY, allowNull: false },
        validToOn: DataTypes.DATEONLY,
      },
      { sequelize, tableName: 'authorities', underscored: true, timestamps: false },
    );
  }
}

export type AuthorityRow = Attributes<Authority>;
