package org.lagroups.node.state.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;

/** Reads a reason from the columns {@code reason} and {@code detail}. */
final class Reasons {

  private Reasons() {}

  static Reason read(ResultSet row) throws SQLException {
    ReasonCode code = ReasonCode.ofCode(row.getInt("reason")).orElse(ReasonCode.UNSPECIFIED);
    return new Reason(code, row.getString("detail"));
  }
}
