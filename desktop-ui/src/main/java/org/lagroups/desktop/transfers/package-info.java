/**
 * The place of what was fetched and is being: {@link
 * org.lagroups.desktop.transfers.TransfersScreen} over {@code TransfersModel}.
 *
 * <p>On the JavaFX thread.
 */
@NullMarked
package org.lagroups.desktop.transfers;

import org.jspecify.annotations.NullMarked;
