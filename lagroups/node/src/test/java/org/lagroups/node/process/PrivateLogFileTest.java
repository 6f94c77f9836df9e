package org.lagroups.node.process;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateLogFileTest {

  @TempDir private Path folder;

  @Test
  void isForItsOwnerOnlyAlsoWhereAnEarlierOneWasNotAndAfterItHasRolled() throws IOException {
    Path file = folder.resolve("node.jsonl");
    Files.writeString(file, "{}\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    PrivateLogFile log = started(file);
    assertThat(permissions(file)).isEqualTo("rw-------");

    log.rollover();
    assertThat(folder.resolve("node.jsonl.1")).exists();
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(permissions(folder.resolve("node.jsonl.1"))).isEqualTo("rw-------");
    log.stop();
  }

  private static PrivateLogFile started(Path file) {
    LoggerContext context = new LoggerContext();
    PrivateLogFile log = new PrivateLogFile();
    log.setContext(context);
    log.setFile(file.toString());
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(log);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMaxIndex(2);
    rolling.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
    trigger.setContext(context);
    trigger.start();
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.start();
    log.setEncoder(encoder);
    log.setRollingPolicy(rolling);
    log.setTriggeringPolicy(trigger);
    log.start();
    return log;
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
