package org.lagroups.wormguard.cli;

import java.util.List;
import java.util.Optional;
import org.lagroups.node.control.json.Json;
import org.lagroups.wormguard.api.ExportedSignature;
import tools.jackson.core.JacksonException;

/** A file of signatures that were exported. */
record ExportFile(List<ExportedSignature> signatures) {

  ExportFile {
    signatures = List.copyOf(signatures);
  }

  /** What such a file says, if it is one. */
  static Optional<ExportFile> read(byte[] json) {
    try {
      return Optional.of(Json.read(json, ExportFile.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }
}
