import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** One parcel in one direction: what is in it, for whom, and how far it has come. */
export class PostalOrder extends Model<InferAttributes<PostalOrder>, InferCreationAttributes<PostalOrder>> {
  declare id: CreationOptional<string>;
  declare dossierId: string;
  declare direction: 'to-office' | 'to-home';
  declare code: string;
  declare carrierCode: string | null;
  declare state: 'made' | 'ordered' | 'handed-over' | 'moving' | 'failed' | 'returned' | 'delivered' | 'cancelled' | 'lost';
  declare contents: Record<string, unknown>[];
  declare receiver: Record<string, unknown>;
  declare cashOnDeliveryDong: CreationOptional<number>;
  declare collectedDong: number | null;
  declare attempts: CreationOptional<number>;
  declare madeAt: Date;
  declare handedOverAt: Date | null;
  declare finishedAt: Date | null;

  static define(sequelize: Sequelize): void {
    PostalOrder.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        dossierId: { type: DataTypes.UUID, allowNull: false },
        direction: { type: DataTypes.TEXT, allowNull: false },
        code: { type: DataTypes.TEXT, allowNull: false },
        carrierCode: DataTypes.TEXT,
        state: { type: DataTypes.TEXT, allowNull: false },
        contents: { type: DataTypes.JSONB, allowNull: false },
        receiver: { type: DataTypes.JSONB, allowNull: false },
        cashOnDeliveryDong: { type: DataTypes.BIGINT, allowNull: false, defaultValue: 0 },
        collectedDong: DataTypes.BIGINT,
        attempts: { type: DataTypes.INTEGER, allowNull: false, defaultValue: 0 },
        madeAt: { type: DataTypes.DATE, allowNull: false },
        handedOverAt: DataTypes.DATE,
        finishedAt: DataTypes.DATE,
      },
      { sequelize, tableName: 'postal_orders', underscored: true, timestamps: false },
    );
  }
}

export type PostalOrderRow = Attributes<PostalOrder>;
