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
 * The opening hours of one agency, or of the whole province where `agencyId` is null, from a day
 * on, with the decision that set them.
 */
export class OfficeHours extends Model<InferAttributes<OfficeHours>, InferCreationAttributes<OfficeHours>> {
  declare id: CreationOptional<number>;
  declare agencyId: number | null;
  declare validFromOn: string;
  declare hours: Record<string, unknown>;
  declare decision: string;

  static define(sequelize: Sequelize): void {
    OfficeHours.init(
      {
        id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
        agencyId: DataTypes.INTEGER,
        validFromOn: { type: DataTypes.DATEONLY, allowNull: false },
        hours: { type: DataTypes.JSONB, allowNull: false },
        decision: { type: DataTypes.TEXT, allowNull: false },
      },
      { sequelize, tableName: 'office_hours', underscored: true, timestamps: false },
    );
  }
}

export type OfficeHoursRow = Attributes<OfficeHours>;
