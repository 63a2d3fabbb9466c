package io.github.fetchcharacters.demo;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Records the handler's answers instead of sending them. */
final class RecordedCaller implements Caller {
  final List<String> responses = new ArrayList<>();
  boolean dropped;

  @Override
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
  }

  @Override
  public void send(ByteBuffer response, boolean persistent) {
    responses.add(StandardCharsets.UTF_8.decode(response).toString());
  }

  @Override
  public void drop() {
    dropped = true;
  }
}
