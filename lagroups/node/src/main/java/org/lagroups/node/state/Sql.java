package org.lagroups.node.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Statements with parameters, inside a {@link SqlWork}. IDs and {@link Bytes} are stored as BLOBs,
 * an empty optional as NULL.
 */
public final class Sql {

  private Sql() {}

  /** Makes something of one row. */
  @FunctionalInterface
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Changes rows.
   *
   * @return how many
   */
  public static int update(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** Reads rows. */
  public static <T> List<T> query(
      Connection connection, String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      List<T> all = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          all.add(reader.read(rows));
        }
      }
      return all;
    }
  }

  /** A BLOB; empty for NULL. */
  public static Bytes bytes(ResultSet row, String column) throws SQLException {
    byte[] value = row.getBytes(column);
    return value == null ? Bytes.EMPTY : Bytes.wrapOwned(value);
  }

  /** A node's ID. */
  public static NodeId node(ResultSet row, String column) throws SQLException {
    return new NodeId(bytes(row, column));
  }

  /** A group's ID. */
  public static GroupId group(ResultSet row, String column) throws SQLException {
    return new GroupId(bytes(row, column));
  }

  /** A number that may be NULL. */
  public static OptionalLong optionalLong(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** A number that may be NULL. */
  public static OptionalDouble optionalDouble(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static void set(PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, column(parameters[i]));
    }
  }

  private static @Nullable Object column(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case NodeId id -> id.bytes().toArray();
      case GroupId id -> id.bytes().toArray();
      case Bytes bytes -> bytes.toArray();
      case OptionalLong number -> number.isPresent() ? (Long) number.getAsLong() : null;
      case OptionalDouble number -> number.isPresent() ? (Double) number.getAsDouble() : null;
      case Boolean flag -> flag ? 1 : 0;
      default -> value;
    };
  }
}
