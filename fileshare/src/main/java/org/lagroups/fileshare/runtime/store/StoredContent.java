package org.lagroups.fileshare.runtime.store;

import java.nio.file.Path;
import org.lagroups.fileshare.merkle.MerkleTree;

/**
 * Where content is on disk.
 *
 * @param folderId the shared folder that it is in
 * @param file an absolute path
 */
public record StoredContent(long folderId, Path file, FileStamp stamp, MerkleTree tree) {}
