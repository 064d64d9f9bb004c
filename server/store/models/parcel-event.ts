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
 * What was reported of a parcel. The same kind and attempt count once, from whatever source;
 * event time decides the order.
 */
export class ParcelEvent extends Model<InferAttributes<ParcelEvent>, InferCreationAttributes<ParcelEvent>> {
  declare id: CreationOptional<string>;
  declare postalOrderId: string;
  declare kind: string;
  declare attempt: number;
  declare source: string;
  declare eventAt: Date;
  declare receivedAt: Date;
  declare reason: string | null;
  declare recipientName: string | null;
  declare recipientPaper: string | null;
  declare recipientRelation: string | null;
  declare collectedDong: number | null;
  declare isContradiction: CreationOptional<boolean>;

  static define(sequelize: Sequelize): void {
    ParcelEvent.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        postalOrderId: { type: DataTypes.UUID, allowNull: false },
        kind: { type: DataTypes.TEXT, allowNull: false },
        attempt: { type: DataTypes.INTEGER, allowNull: false },
        source: { type: DataTypes.TEXT, allowNull: false },
        eventAt: { type: DataTypes.DATE, allowNull: false },
        receivedAt: { type: DataTypes.DATE, allowNull: false },
        reason: DataTypes.TEXT,
        recipientName: DataTypes.TEXT,
        recipientPaper: DataTypes.TEXT,
        recipientRelation: DataTypes.TEXT,
        collectedDong: DataTypes.BIGINT,
        isContradiction: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
      },
      { sequelize, tableName: 'parcel_events', underscored: true, timestamps: false },
    );
  }
}

export type ParcelEventRow = Attributes<ParcelEvent>;
