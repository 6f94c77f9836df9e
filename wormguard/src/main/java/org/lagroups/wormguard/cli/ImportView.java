package org.lagroups.wormguard.cli;

import java.util.List;
import org.lagroups.wormguard.api.ImportedSignature;

/**
 * What came of importing a file, as JSON.
 *
 * @param taken in the order of the file
 * @param refused those that were not taken
 */
record ImportView(List<ImportedSignature> taken, List<RefusedView> refused) {

  ImportView {
    taken = List.copyOf(taken);
    refused = List.copyOf(refused);
  }

  /** One that was not taken: which one of the file, from 1 on, and why. */
  record RefusedView(int number, String why) {}
}
