package org.lagroups.node.state;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A piece of work on the database. It runs on the database's thread, inside a transaction that is
 * not its to commit, and keeps nothing of the connection.
 */
@FunctionalInterface
public interface SqlWork<T> {

  T run(Connection connection) throws SQLException;
}
