import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** One hand-over of papers from one body to another, with the slip that names them. */
export class HandOver extends Model<InferAttributes<HandOver>, InferCreationAttributes<HandOver>> {
  declare id: CreationOptional<string>;
  declare kind: 'forward' | 'result' | 'post';
  declare fromAgencyId: number;
  declare toAgencyId: number;
  declare givenBy: string;
  declare givenAt: Date;

  static define(sequelize: Sequelize): void {
    HandOver.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        kind: { type: DataTypes.TEXT, allowNull: false },
        fromAgencyId: { type: DataTypes.INTEGER, allowNull: false },
        toAgencyId: { type: DataTypes.INTEGER, allowNull: false },
        givenBy: { type: DataTypes.UUID, allowNull: false },
        givenAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'hand_overs', underscored: true, timestamps: false },
    );
  }
}

export type HandOverRow = Attributes<HandOver>;
