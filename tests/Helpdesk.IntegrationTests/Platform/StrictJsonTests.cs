using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Platform.Probe;

namespace Helpdesk.IntegrationTests.Platform;

public sealed class StrictJsonTests(ProbeSite site) : IClassFixture<ProbeSite>
{
    [Theory]
    [InlineData("""{"name":"a","color":"red"}""", "color", "There is no field color here.")]
    [InlineData("""{"Name":"a"}""", "Name", "There is no field Name here.")]
    [InlineData("""{"name":"a","inner":{"size":1}}""", "inner.size", "There is no field inner.size here.")]
    [InlineData("""{"name":"a","name":"b"}""", "name", "name is given more than once.")]
    [InlineData("""{"labels":{"a":"1","a":"2"}}""", "labels.a", "labels.a is given more than once.")]
    [InlineData("""{"name":null}""", "name", "name has a value of the wrong kind.")]
    [InlineData("""{"name":7}""", "name", "name has a value of the wrong kind.")]
    [InlineData("""{"count":"7"}""", "count", "count has a value of the wrong kind.")]
    [InlineData("""{"count":7.5}""", "count", "count has a value of the wrong kind.")]
    [InlineData("""{"urgency":1}""", "urgency", "urgency must be one of: low, very_high.")]
    [InlineData("""{"urgency":"1"}""", "urgency", "urgency must be one of: low, very_high.")]
    [InlineData("""{"urgency":"high"}""", "urgency", "urgency must be one of: low, very_high.")]
    [InlineData("""{"urgency":"low,very_high"}""", "urgency", "urgency must be one of: low, very_high.")]
    [InlineData("""{"urgency":"LOW"}""", "urgency", "urgency must be one of: low, very_high.")]
    [InlineData("""{"at":"2027-03-03T10:00:00"}""", "at", "at has a value of the wrong kind.")]
    [InlineData("""{"at":"yesterday"}""", "at", "at has a value of the wrong kind.")]
    [InlineData("""{"at":1}""", "at", "at has a value of the wrong kind.")]
    [InlineData("""{"name":"a\u0000b"}""", "name", "name contains a character that cannot be used here.")]
    [InlineData("""{"inner":{"name":"\u0000"}}""", "inner", "inner contains a character that cannot be used here.")]
    [InlineData("""{"labels":{"a\u0000":"1"}}""", "labels", "labels contains a character that cannot be used here.")]
    public async Task A_field_that_does_not_fit_is_named(string body, string field, string sentence)
    {
        using var response = await PostAsync(body);
        var problem = await ProblemAsync(response, 400);
        Assert.Equal(sentence, problem.GetProperty("errors").GetProperty(field)[0].GetString());
        Assert.Equal(sentence, problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{'name':'a'}")]
    [InlineData("""{"name":"a",}""")]
    [InlineData("""{"name":"a"} x""")]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"a\u0000":1}""")]
    [InlineData("{\"name\":\"a\0\"}")]
    public async Task A_body_that_cannot_be_read_is_a_problem(string body)
    {
        using var response = await PostAsync(body);
        var problem = await ProblemAsync(response, 400);
        Assert.DoesNotContain("System.", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Helpdesk.", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_escaped_backslash_before_u0000_is_plain_text()
    {
        using var response = await PostAsync("""{"name":"\\u0000"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Words_times_and_names_are_written_as_the_contract_says()
    {
        using var response = await PostAsync("""{"name":"a","urgency":"very_high","at":"2027-03-03T10:00:00.5+02:00"}""");
        Assert.Equal("""{"id":"","name":"a","urgency":"very_high","at":"2027-03-03T08:00:00.5Z"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_description_names_the_words_and_the_times()
    {
        var description = JsonDocument.Parse(await site.Client().GetStringAsync("/openapi/v1.json")).RootElement;
        var schemas = description.GetProperty("components").GetProperty("schemas");
        var thing = schemas.GetProperty("ThingRequest").GetProperty("properties");
        Assert.Contains("low", description.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("very_high", description.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("date-time", thing.GetProperty("at").GetProperty("format").GetString());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Other_content_is_refused_by_its_type(string type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"name":"a"}"""));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await (await ApiAsync()).PostAsync("/api/v1/probe/echo", content);
        await ProblemAsync(response, 415);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task More_than_a_mebibyte_is_refused(bool tellsItsLength)
    {
        var json = Encoding.UTF8.GetBytes($$"""{"name":"{{new string('a', 1024 * 1024)}}"}""");
        using HttpContent content = tellsItsLength ? new ByteArrayContent(json) : new StreamContent(new Unknown(json));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await (await ApiAsync()).PostAsync("/api/v1/probe/echo", content);
        await ProblemAsync(response, 413);
    }

    [Fact]
    public async Task A_body_just_under_the_limit_is_read()
    {
        using var response = await PostAsync($$"""{"name":"{{new string('a', (1024 * 1024) - 20)}}"}""");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", 404)]
    [InlineData("GET", "/api/nothing", 404)]
    [InlineData("DELETE", "/api/v1/probe/echo", 405)]
    [InlineData("GET", "/api/v1/probe/number/seven", 400)]
    [InlineData("GET", "/api/v1/probe/number/1?q=%00", 400)]
    [InlineData("GET", "/api/v1/probe/failure", 500)]
    public async Task Every_failure_under_the_api_is_a_problem(string method, string path, int status)
    {
        using var response = await (await ApiAsync()).SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        var problem = await ProblemAsync(response, status);
        Assert.DoesNotContain("secret", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", problem.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_is_json_whatever_the_caller_accepts()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nothing");
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await (await ApiAsync()).SendAsync(request);
        await ProblemAsync(response, 404);
    }

    internal static async Task<JsonElement> ProblemAsync(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.StartsWith("/problems/", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.Equal(Assert.Single(response.Headers.GetValues("X-Request-Id")), problem.GetProperty("traceId").GetString());
        return problem;
    }

    private async Task<HttpClient> ApiAsync() => site.Client(bearer: await site.EmployeeAsync());

    private async Task<HttpResponseMessage> PostAsync(string json) =>
        await (await ApiAsync()).PostAsync("/api/v1/probe/echo", new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>A stream that does not tell its length, so that the body is sent in chunks.</summary>
    private sealed class Unknown(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
