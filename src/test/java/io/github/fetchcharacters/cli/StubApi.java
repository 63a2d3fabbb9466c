package io.github.fetchcharacters.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server on loopback that knows the characters 1, 10 and 100 and those that a test adds, and
 * keeps the requests.
 */
public final class StubApi implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

  private final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").jettyAcceptors(1));

  @Override
  public void beforeAll(ExtensionContext context) {
    server.start();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server.resetAll();
    server.stubFor(
        any(anyUrl())
            .atPriority(10)
            .willReturn(
                aResponse().withStatus(404).withBody("{\"error\":\"Character not found\"}")));
    answers(1, record(1, "Rick Sanchez"));
    answers(10, record(10, "Alan Rails"));
    answers(100, record(100, "Bubonic Plague"));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server.stop();
  }

  public String url() {
    return "http://127.0.0.1:" + server.port() + "/api";
  }

  /** The option that leads here. */
  public String option() {
    return "--base-url=" + url();
  }

  public void answers(long id, String json) {
    answers(id, okJson(json));
  }

  public void answers(long id, ResponseDefinitionBuilder response) {
    answers("" + id, response);
  }

  /** Answers a request for these ids. */
  public void answers(String ids, ResponseDefinitionBuilder response) {
    server.stubFor(get("/api/character/" + ids).willReturn(response));
  }

  /** Answers the first so many requests in one way, those after them in another. */
  public void answersFirst(
      int count, long id, ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
    for (int request = 0; request <= count; request++) {
      server.stubFor(
          get("/api/character/" + id)
              .inScenario("id " + id)
              .whenScenarioStateIs(request == 0 ? Scenario.STARTED : "" + request)
              .willReturn(request < count ? first : then)
              .willSetStateTo("" + (request + 1)));
    }
  }

  /** The requests in the order received. */
  public List<LoggedRequest> requests() {
    List<LoggedRequest> requests =
        new ArrayList<>(server.getAllServeEvents().stream().map(ServeEvent::getRequest).toList());
    Collections.reverse(requests);
    return requests;
  }

  /** The paths asked for, in the order received. */
  public List<String> paths() {
    return requests().stream().map(LoggedRequest::getUrl).toList();
  }

  public static String record(long id, String name) {
    return "{\"id\":" + id + ",\"name\":\"" + name + "\"}";
  }
}
