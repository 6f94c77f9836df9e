package org.lagroups.node.process;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import java.io.IOException;
import java.nio.file.Path;
import org.lagroups.node.state.OwnerFiles;

/** A log that only its owner may read, also after one file is full and the next begins. */
final class PrivateLogFile extends RollingFileAppender<ILoggingEvent> {

  @Override
  public void openFile(String name) throws IOException {
    OwnerFiles.makePrivate(Path.of(name));
    super.openFile(name);
  }
}
