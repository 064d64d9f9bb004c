import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** The act that published the working calendar up to a day. Nothing is counted past that day. */
export class CalendarPublication extends Model<InferAttributes<CalendarPublication>, InferCreationAttributes<CalendarPublication>> {
  declare id: CreationOptional<number>;
  declare publishedFromOn: string;
  declare publishedThroughOn: string;
  declare decision: string;
  declare demonstration: CreationOptional<boolean>;
  declare publishedAt: Date;
  declare publishedBy: string;

  static define(sequelize: Sequelize): void {
    CalendarPublication.init(
      {
        id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
        publishedFromOn: { type: DataTypes.DATEONLY, allowNull: false },
        publishedThroughOn: { type: DataTypes.DATEONLY, allowNull: false },
        decision: { type: DataTypes.TEXT, allowNull: false },
        demonstration: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
        publishedAt: { type: DataTypes.DATE, allowNull: false },
        publishedBy: { type: DataTypes.TEXT, allowNull: false },
      },
      { sequelize, tableName: 'calendar_publications', underscored: true, timestamps: false },
    );
  }
}

export type CalendarPublicationRow = Attributes<CalendarPublication>;
