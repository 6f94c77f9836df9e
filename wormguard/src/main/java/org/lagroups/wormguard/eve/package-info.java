/**
 * What was found, as lines of EVE JSON, with the names of fields that are usual for that.
 *
 * <p>Start with {@link org.lagroups.wormguard.eve.EveEncoder}, which makes a line of each finding
 * and gives it to an {@link org.lagroups.wormguard.eve.EveLog}; {@link
 * org.lagroups.wormguard.eve.EveStream} is the one for files and pipes. Logs always get whole
 * lines, so that one may turn to another file between any two of them. One thread for an encoder.
 */
@NullMarked
package org.lagroups.wormguard.eve;

import org.jspecify.annotations.NullMarked;
