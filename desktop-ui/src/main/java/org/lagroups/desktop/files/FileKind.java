package org.lagroups.desktop.files;

import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.screen.Texts;

/** Kinds of files as people tell them apart, each with its picture. */
public enum FileKind {
  DOCUMENT(Feather.FILE_TEXT),
  PICTURE(Feather.IMAGE),
  SOUND(Feather.MUSIC),
  FILM(Feather.FILM),
  ARCHIVE(Feather.ARCHIVE),
  PROGRAM(Feather.CODE),
  OTHER(Feather.FILE);

  private static final Texts TEXTS = Texts.of(FileKind.class);

  private final Feather icon;

  FileKind(Feather icon) {
    this.icon = icon;
  }

  /** The kind of a MIME type, which a stranger wrote; {@link #OTHER} if it says nothing. */
  public static FileKind of(String mimeType) {
    String type = mimeType.toLowerCase(Locale.ROOT);
    if (type.startsWith("image/")) {
      return PICTURE;
    }
    if (type.startsWith("audio/")) {
      return SOUND;
    }
    if (type.startsWith("video/")) {
      return FILM;
    }
    if (type.matches(".*(zip|tar|compress|7z|rar|x-xz|bzip|archive|iso9660).*")) {
      return ARCHIVE;
    }
    if (type.matches(".*(executable|x-sh|script|java|x-python|x-c|msdownload|wasm).*")) {
      return PROGRAM;
    }
    boolean isText =
        type.startsWith("text/") || type.matches(".*(pdf|word|document|epub|rtf|xml).*");
    return isText ? DOCUMENT : OTHER;
  }

  /** Its picture. */
  public Feather icon() {
    return icon;
  }

  /** Its name for people. */
  public String word() {
    return TEXTS.get("kind." + name().toLowerCase(Locale.ROOT));
  }
}
