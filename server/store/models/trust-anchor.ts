import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** The authorities whose certificates are believed, for which purpose and how long. */
export class TrustAnchor extends Model<InferAttributes<TrustAnchor>, InferCreationAttributes<TrustAnchor>> {
  declare id: CreationOptional<string>;
  declare subject: string;
  declare certificate: Buffer;
  /** One so far; whoever trusts for something else trusts apart. */
  declare purpose: 'sign';
  declare validFromAt: Date;
  declare validToAt: Date;
  declare demonstration: CreationOptional<boolean>;

  static define(sequelize: Sequelize): void {
    TrustAnchor.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        subject: { type: DataTypes.TEXT, allowNull: false },
        certificate: { type: DataTypes.BLOB, allowNull: false },
        purpose: { type: DataTypes.TEXT, allowNull: false },
        validFromAt: { type: DataTypes.DATE, allowNull: false },
        validToAt: { type: DataTypes.DATE, allowNull: false },
        demonstration: { type: DataTypes.BOOLEAN, allowNull: false, defaultValue: false },
      },
      { sequelize, tableName: 'trust_anchors', underscored: true, timestamps: false },
    );
  }
}

export type TrustAnchorRow = Attributes<TrustAnchor>;
