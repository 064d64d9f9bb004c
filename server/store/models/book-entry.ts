import { DataTypes, Model, type Attributes, type InferAttributes, type InferCreationAttributes, type Sequelize } from 'sequelize';

/** A number given in a book of results or letters. A cancelled number stays, marked. */
export class BookEntry extends Model<InferAttributes<BookEntry>, InferCreationAttributes<BookEntry>> {
  declare bookId: string;
  declare number: number;
  declare resultId: string | null;
  declare letterId: string | null;
  declare issuedOn: string;
  declare enteredAt: Date;
  declare cancelledAt: Date | null;
  declare cancelReason: string | null;

  static define(sequelize: Sequelize): void {
    BookEntry.init(
      {
        bookId: { type: DataTypes.UUID, primaryKey: true },
        number: { type: DataTypes.INTEGER, primaryKey: true },
        resultId: DataTypes.UUID,
        letterId: DataTypes.UUID,
        issuedOn: { type: DataTypes.DATEONLY, allowNull: false },
        enteredAt: { type: DataTypes.DATE, allowNull: false },
        cancelledAt: DataTypes.DATE,
        cancelReason: DataTypes.TEXT,
      },
      { sequelize, tableName: 'book_entries', underscored: true, timestamps: false },
    );
  }
}

export type BookEntryRow = Attributes<BookEntry>;
