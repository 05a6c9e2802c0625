#include "base/url.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

std::string Resolved(const char* base, const char* reference) { return UrlText(ResolveUrl(*ParseUrl(base), reference)); }

// The examples of RFC 3986, 5.4.
TEST(Url, ReferencesLeadWhereTheStandardSays) {
  for (const auto& [reference, where] : std::initializer_list<std::pair<const char*, const char*>>{
           {"g:h", "g:h"}, {"g", "http://a/b/c/g"}, {"./g", "http://a/b/c/g"}, {"g/", "http://a/b/c/g/"}, {"/g", "http://a/g"}, {"//g", "http://g/"},
           {"?y", "http://a/b/c/d;p?y"}, {"g?y", "http://a/b/c/g?y"}, {"#s", "http://a/b/c/d;p?q"}, {"g#s", "http://a/b/c/g"}, {"g?y#s", "http://a/b/c/g?y"},
           {";x", "http://a/b/c/;x"}, {"g;x", "http://a/b/c/g;x"}, {"", "http://a/b/c/d;p?q"}, {".", "http://a/b/c/"}, {"./", "http://a/b/c/"},
           {"..", "http://a/b/"}, {"../", "http://a/b/"}, {"../g", "http://a/b/g"}, {"../..", "http://a/"}, {"../../g", "http://a/g"},
           {"../../../g", "http://a/g"}, {"../../../../g", "http://a/g"}, {"/./g", "http://a/g"}, {"/../g", "http://a/g"}, {"g.", "http://a/b/c/g."},
           {".g", "http://a/b/c/.g"}, {"..g", "http://a/b/c/..g"}, {"./../g", "http://a/b/g"}, {"./g/.", "http://a/b/c/g/"}, {"g/./h", "http://a/b/c/g/h"},
           {"g/../h", "http://a/b/c/h"}, {"g;x=1/../y", "http://a/b/c/y"}, {"g?y/../x", "http://a/b/c/g?y/../x"}, {"HTTP://B:8/x?y", "http://B:8/x?y"},
           {"//other/x", "http://other/x"}, {"http://b", "http://b/"}}) {
    EXPECT_EQ(Resolved("http://a/b/c/d;p?q", reference), where) << reference;
  }
  EXPECT_EQ(Resolved("https://a", "g"), "https://a/g");
  EXPECT_EQ(Resolved("https://a?q", "?p"), "https://a/?p");
}

TEST(Url, WhatIsNoDownloadIsSaid) {
  const auto why = [](const char* url) { return WhyNoDownload(*ParseUrl(url)).value_or(""); };
  for (const char* fine : {"http://a/", "https://a:65535", "http://[::1]:80/x?y", "http://[::1]/", "http://a:/x", "http://x/ü"}) EXPECT_EQ(why(fine), "") << fine;
  EXPECT_EQ(why("file:///etc/passwd"), "is a file: address, and only http:// and https:// are fetched");
  EXPECT_EQ(why("http://me:secret@a/"), "has a user name or password in it, which would be shown and saved");
  for (const char* port : {"65536", "0", "99999999999999", "-1", "x"}) {
    EXPECT_EQ(why((std::string("http://a:") + port + "/").c_str()), std::string("has the port ") + port + ", and ports are numbers from 1 to 65,535");
  }
  for (const char* nobody : {"http://", "http:///x", "http://:80/", "http:x"}) EXPECT_EQ(why(nobody), "names no host") << nobody;
  EXPECT_EQ(why("http://a/b c"), "has a character in it that no address has");
  for (const char* none : {"", "nonsense", "/x", "://a", "1http://a"}) EXPECT_FALSE(ParseUrl(none)) << none;
}

TEST(Url, NoPasswordIsShown) {
  EXPECT_EQ(WithoutUser("http://me:secret@a/b@c"), "http://a/b@c");
  EXPECT_EQ(WithoutUser("ftp://me:p@ss@a"), "ftp://a");
  EXPECT_EQ(WithoutUser("http://a/b@c"), "http://a/b@c");
  EXPECT_EQ(WithoutUser("nonsense@x"), "nonsense@x");
}

TEST(Url, HasAHostWithoutItsPort) {
  for (const auto& [address, host] : {std::pair("http://example.org/x", "example.org"), std::pair("https://me:secret@example.org:8080/", "example.org"),
                                      std::pair("http://[::1]:80/", "[::1]"), std::pair("http://[::1]/", "[::1]"), std::pair("http://a:/", "a")}) {
    EXPECT_EQ(HostOf(*ParseUrl(address)), host) << address;
  }
}

}  // namespace
}  // namespace lab
