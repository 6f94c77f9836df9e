package org.lagroups.fileshare.runtime.folder;

import java.nio.file.Path;
import org.lagroups.fileshare.runtime.store.FileStamp;

/**
 * A file seen in a folder.
 *
 * @param relative its path from the folder on, parts separated by slashes
 */
record FoundFile(Path path, String relative, FileStamp stamp) {}
