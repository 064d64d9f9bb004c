import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';
import { type StaffDuty } from '../../domain/duties';

/** The set of duties that a staff member holds at one agency, from a day to a day. */
export class Post extends Model<InferAttributes<Post>, InferCreationAttributes<Post>> {
  declare id: CreationOptional<string>;
  declare staffId: string;
  declare agencyId: number;
  declare title: string;
  declare duties: StaffDuty[];
  declare validFromOn: string;
  declare validToOn: string | null;
  declare decision: string | null;

  static define(sequelize: Sequelize): void {
    Post.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        staffId: { type: DataTypes.UUID, allowNull: false },
        agencyId: { type: DataTypes.INTEGER, allowNull: false },
        title: { type: DataTypes.TEXT, allowNull: false },
        duties: { type: DataTypes.ARRAY(DataTypes.TEXT), allowNull: false },
        validFromOn: { type: DataTypes.DATEONLY, allowNull: false },
        validToOn: DataTypes.DATEONLY,
        decision: DataTypes.TEXT,
      },
      { sequelize, tableName: 'posts', underscored: true, timestamps: false },
    );
  }
}

export type PostRow = Attributes<Post>;
