//! The values of a column, and what they are.

use parquet::basic::{ConvertedType, LogicalType, TimeUnit, Type as Physical};
use parquet::column::reader::ColumnReader;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::schema::types::ColumnDescriptor;

use crate::cell::Cell;
use crate::clock::DAY;
use crate::error::ReadError;

/// Whole numbers beyond this may be rounded as floating-point numbers: 2 to the power of 53.
const EXACT: u64 = 1 << 53;

/// A value.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Nothing,
    /// Not yet known to be text.
    Text(ByteArray),
    /// Digits, or a word.
    Word(String),
    Number(f64),
    Date {
        day: i64,
        time: Option<i64>,
    },
    Instant(i64),
}

impl Value {
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Word(word) if word == "true")
    }

    pub fn cell(&self) -> Cell<&[u8]> {
        match self {
            Self::Nothing => Cell::Text(&[]),
            // It was seen to be text.
            Self::Text(text) => {
                Cell::Text(std::str::from_utf8(text.data()).map_or(&[], |text| text.trim().as_bytes()))
            }
            Self::Word(word) => Cell::Text(word.as_bytes()),
            Self::Number(number) => Cell::Number(*number),
            Self::Date { day, time } => Cell::Date { day: *day, time: *time },
            Self::Instant(at) => Cell::Instant(*at),
        }
    }
}

/// What a column's values stand for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Form {
    Text,
    Flag,
    Number,
    /// Whole numbers without a sign.
    Unsigned,
    /// Whole numbers, of which so many digits are decimals.
    Decimal(i32),
    Day,
    /// So many of a second, in UTC or on a wall clock.
    Time {
        per_second: i64,
        utc: bool,
    },
}

impl Form {
    /// What the values of a column stand for.
    pub fn of(column: &ColumnDescriptor) -> Result<Self, ReadError> {
        let odd = || ReadError::OddColumn { column: column.path().string() };
        if column.max_rep_level() > 0 {
            return Err(odd());
        }
        let decimal = Self::Decimal(column.type_scale());
        let is_decimal = matches!(column.logical_type_ref(), Some(LogicalType::Decimal(_)))
            || column.converted_type() == ConvertedType::DECIMAL;
        match column.physical_type() {
            Physical::BOOLEAN => Ok(Self::Flag),
            _ if is_decimal => Ok(decimal),
            Physical::BYTE_ARRAY => Ok(Self::Text),
            Physical::FLOAT | Physical::DOUBLE => Ok(Self::Number),
            Physical::INT96 => Ok(Self::Time { per_second: 1000, utc: true }),
            Physical::FIXED_LEN_BYTE_ARRAY => Err(odd()),
            Physical::INT32 | Physical::INT64 => Self::of_whole(column).ok_or_else(odd),
        }
    }

    fn of_whole(column: &ColumnDescriptor) -> Option<Self> {
        let of_logical = |logical: &LogicalType| match logical {
            LogicalType::Date => Some(Self::Day),
            LogicalType::Timestamp(stamp) => {
                let per_second = match stamp.unit {
                    TimeUnit::MILLIS => 1000,
                    TimeUnit::MICROS => 1_000_000,
                    TimeUnit::NANOS => 1_000_000_000,
                };
                Some(Self::Time { per_second, utc: stamp.is_adjusted_to_u_t_c })
            }
            LogicalType::Integer(whole) => Some(if whole.is_signed { Self::Number } else { Self::Unsigned }),
            _ => None,
        };
        match (column.logical_type_ref(), column.converted_type()) {
            (Some(logical), _) => of_logical(logical),
            (None, ConvertedType::DATE) => Some(Self::Day),
            (None, ConvertedType::TIMESTAMP_MILLIS) => Some(Self::Time { per_second: 1000, utc: true }),
            (None, ConvertedType::TIMESTAMP_MICROS) => Some(Self::Time { per_second: 1_000_000, utc: true }),
            (
                None,
                ConvertedType::UINT_8
                | ConvertedType::UINT_16
                | ConvertedType::UINT_32
                | ConvertedType::UINT_64,
            ) => Some(Self::Unsigned),
            (None, ConvertedType::TIME_MILLIS | ConvertedType::TIME_MICROS) => None,
            (None, _) => Some(Self::Number),
        }
    }

    /// The value of a whole number; `bits` are those that it has.
    fn whole(self, number: i64, bits: u32) -> Value {
        match self {
            Self::Day => Value::Date { day: number, time: None },
            Self::Time { per_second, utc } => {
                let millis = number.div_euclid(per_second / 1000);
                if utc {
                    Value::Instant(millis)
                } else {
                    Value::Date { day: millis.div_euclid(DAY), time: Some(millis.rem_euclid(DAY)) }
                }
            }
            Self::Decimal(scale) => decimal(i128::from(number), scale),
            Self::Unsigned => {
                let number = number as u64 & (u64::MAX >> (64 - bits));
                if number <= EXACT { Value::Number(number as f64) } else { Value::Word(number.to_string()) }
            }
            _ if number.unsigned_abs() <= EXACT => Value::Number(number as f64),
            _ => Value::Word(number.to_string()),
        }
    }
}

/// A number with so many decimals, in digits.
fn decimal(number: i128, scale: i32) -> Value {
    let scale = usize::try_from(scale).unwrap_or(0).min(40);
    let digits = format!("{:0>width$}", number.unsigned_abs(), width = scale + 1);
    let (whole, fraction) = digits.split_at(digits.len() - scale);
    let sign = if number < 0 { "-" } else { "" };
    let written =
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") };
    match written.parse::<f64>() {
        Ok(number) if digits.len() <= 15 => Value::Number(number),
        _ => Value::Word(written),
    }
}

/// A decimal as big-endian bytes.
fn decimal_of(bytes: &[u8], scale: i32) -> Value {
    if bytes.is_empty() || bytes.len() > 16 {
        return Value::Nothing;
    }
    let sign = if bytes[0] & 0x80 == 0 { 0 } else { 0xFF };
    let mut all = [sign; 16];
    all[16 - bytes.len()..].copy_from_slice(bytes);
    decimal(i128::from_be_bytes(all), scale)
}

/// A column of a group of rows, read from its start.
pub(super) struct Column {
    reader: ColumnReader,
    form: Form,
    /// The level at which a value is there.
    there: i16,
}

impl Column {
    pub fn new(reader: ColumnReader, form: Form, there: i16) -> Self {
        Self { reader, form, there }
    }

    /// The next values, so many or fewer at the end.
    pub fn read(&mut self, count: usize) -> Result<Vec<Value>, ParquetError> {
        let (form, there) = (self.form, self.there);
        let mut levels = Vec::new();
        macro_rules! read {
            ($reader:expr, $value:expr) => {{
                let mut values = Vec::new();
                let mut records = 0;
                while records < count {
                    let most = count - records;
                    let (read, _, _) = $reader.read_records(most, Some(&mut levels), None, &mut values)?;
                    if read == 0 {
                        break;
                    }
                    records += read;
                }
                placed(records, &levels, there, values.into_iter().map($value))
            }};
        }
        Ok(match &mut self.reader {
            ColumnReader::BoolColumnReader(reader) => {
                read!(reader, |flag: bool| Value::Word(flag.to_string()))
            }
            ColumnReader::Int32ColumnReader(reader) => {
                read!(reader, |number: i32| form.whole(i64::from(number), 32))
            }
            ColumnReader::Int64ColumnReader(reader) => read!(reader, |number: i64| form.whole(number, 64)),
            ColumnReader::Int96ColumnReader(reader) => {
                read!(reader, |number: parquet::data_type::Int96| Value::Instant(number.to_millis()))
            }
            ColumnReader::FloatColumnReader(reader) => read!(reader, |number: f32| float(f64::from(number))),
            ColumnReader::DoubleColumnReader(reader) => read!(reader, float),
            ColumnReader::ByteArrayColumnReader(reader) => read!(reader, |bytes: ByteArray| match form {
                Form::Decimal(scale) => decimal_of(bytes.data(), scale),
                _ => Value::Text(bytes),
            }),
            ColumnReader::FixedLenByteArrayColumnReader(reader) => {
                read!(reader, |bytes: parquet::data_type::FixedLenByteArray| match form {
                    Form::Decimal(scale) => decimal_of(bytes.data(), scale),
                    _ => Value::Nothing,
                })
            }
        })
    }
}

fn float(number: f64) -> Value {
    if number.is_nan() { Value::Nothing } else { Value::Number(number) }
}

/// The values in their rows, of which some have none.
fn placed(records: usize, levels: &[i16], there: i16, mut values: impl Iterator<Item = Value>) -> Vec<Value> {
    let is_there = |row: usize| there == 0 || levels.get(row) == Some(&there);
    (0..records)
        .map(|row| if is_there(row) { values.next().unwrap_or(Value::Nothing) } else { Value::Nothing })
        .collect()
}
