package org.lagroups.wormguard.api;

import java.util.List;

/** All signatures of all groups, in the order of groups and IDs. */
public record SignatureList(List<SignatureView> signatures) {

  public SignatureList {
    signatures = List.copyOf(signatures);
  }
}
