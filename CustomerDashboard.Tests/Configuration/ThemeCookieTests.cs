using CustomerDashboard.Configuration;
using Microsoft.AspNetCore.Http;

namespace CustomerDashboard.Tests.Configuration;

public sealed class ThemeCookieTests
{
    [Theory]
    [InlineData("material-dark", "dark")]
    [InlineData("material", "light")]
    [InlineData("\"><script>", "light")]
    [InlineData("", "light")]
    public void Only_a_known_theme_is_believed(string cookie, string tone)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = $"{ThemeCookie.Name}={Uri.EscapeDataString(cookie)}";
        Assert.Equal(tone, ThemeCookie.Tone(ThemeCookie.Read(context.Request)));
    }

    [Fact]
    public void Without_a_request_it_is_light() => Assert.Equal(ThemeCookie.Light, ThemeCookie.Read(null));
}
