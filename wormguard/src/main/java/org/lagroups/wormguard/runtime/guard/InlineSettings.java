package org.lagroups.wormguard.runtime.guard;

import java.util.Optional;
import org.lagroups.wormguard.enforce.FailPolicy;
import org.lagroups.wormguard.runtime.privilege.Account;

/**
 * Where a gateway stands, and how it fails.
 *
 * @param left an Ethernet interface
 * @param right another
 * @param fail what happens to frames when they cannot be judged, or no guard runs
 * @param account whose rights are enough once the interfaces are open, if any
 * @param bufferBytes how much the kernel keeps for each interface while the guard is busy
 */
public record InlineSettings(
    String left, String right, FailPolicy fail, Optional<Account> account, int bufferBytes) {

  /** 16 MiB, as captures take. */
  public static final int DEFAULT_BUFFER_BYTES = 16 << 20;

  public InlineSettings {
    if (left.equals(right)) {
      throw new IllegalArgumentException("a gateway stands between two interfaces, not one");
    }
  }
}
