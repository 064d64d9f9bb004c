import {
  DataTypes,
  Model,
  type Attributes,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type Sequelize,
} from 'sequelize';

/** What one person asked to have signed or sealed in one go. */
export class SignatureBatch extends Model<InferAttributes<SignatureBatch>, InferCreationAttributes<SignatureBatch>> {
  declare id: CreationOptional<string>;
  declare kind: 'sign' | 'seal';
  declare staffId: string;
  declare postId: string;
  declare requestedAt: Date;

  static define(sequelize: Sequelize): void {
    SignatureBatch.init(
      {
        id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
        kind: { type: DataTypes.TEXT, allowNull: false },
        staffId: { type: DataTypes.UUID, allowNull: false },
        postId: { type: DataTypes.UUID, allowNull: false },
        requestedAt: { type: DataTypes.DATE, allowNull: false },
      },
      { sequelize, tableName: 'signature_batches', underscored: true, timestamps: false },
    );
  }
}

export type SignatureBatchRow = Attributes<SignatureBatch>;
