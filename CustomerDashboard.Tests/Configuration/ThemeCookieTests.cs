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

    [Theory]
    [InlineData(null, "dark", "dark")]
    [InlineData(null, "light", "light")]
    [InlineData(null, "sepia", "light")]
    [InlineData("material", "dark", "light")]
    [InlineData("material-dark", "light", "dark")]
    public void What_a_person_chose_comes_before_what_the_system_asks_for(string? chosen, string wish, string tone)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Cookie = (chosen is null ? "" : $"{ThemeCookie.Name}={chosen}; ") + $"{ThemeCookie.WishName}={wish}";
        Assert.Equal(tone, ThemeCookie.Tone(ThemeCookie.Read(context.Request)));
    }

    [Fact]
    public void Without_a_request_it_is_light() => Assert.Equal(ThemeCookie.Light, ThemeCookie.Read(null));
}
